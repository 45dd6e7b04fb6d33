PREFIX ex: <http://example.org/>
INSERT DATA { ex:a ex:p 1, [ ex:q 'x'@fr ] . GRAPH ex:g { _:b ex:r (ex:c) } ex:d ex:p _:b }
