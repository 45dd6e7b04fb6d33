PREFIX ex: <http://example.org/>
DELETE DATA { ex:a ex:p 1 GRAPH ex:g { ex:b ex:r "x" } . }
