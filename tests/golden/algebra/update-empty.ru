BASE <http://example.org/> # nothing to do
