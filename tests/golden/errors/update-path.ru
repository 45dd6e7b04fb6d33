PREFIX ex: <http://example.org/>
INSERT DATA { ex:a ex:p/ex:q ex:b }
