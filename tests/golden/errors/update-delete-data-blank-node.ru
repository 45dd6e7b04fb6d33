PREFIX ex: <http://example.org/>
DELETE DATA { ex:a ex:p [ ] }
