COPY <http://example.org/a>
