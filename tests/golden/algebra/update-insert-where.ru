PREFIX ex: <http://example.org/>
INSERT { _:n ex:p ?s } WHERE { ?s ex:q ?o OPTIONAL { ?s ex:r ?t } }
