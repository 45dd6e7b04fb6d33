PREFIX ex: <http://example.org/>
DELETE { ?s ?p ?o } USING ex:g WHERE { ?s ?p ?o }
