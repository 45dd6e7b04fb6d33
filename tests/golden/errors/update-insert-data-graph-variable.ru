PREFIX ex: <http://example.org/>
INSERT DATA { GRAPH ?g { ex:a ex:p 1 } }
