CLEAR <http://example.org/a>
