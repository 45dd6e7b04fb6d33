PREFIX ex: <http://example.org/>
INSERT DATA { _:a ex:p 1 } ; INSERT DATA { _:a ex:p 2 }
