PREFIX ex: <http://example.org/>
DELETE { ?s ex:p [ ex:q 1 ] } WHERE { ?s ex:p ?o }
