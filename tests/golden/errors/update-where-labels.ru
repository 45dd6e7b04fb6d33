PREFIX ex: <http://example.org/>
INSERT { } WHERE { _:a ex:p ?o } ; INSERT { } WHERE { _:a ex:p ?o }
