PREFIX ex: <http://example.org/>
DELETE WHERE { ?s ex:p ?o . GRAPH ?g { ?o ex:q ?r } GRAPH ex:h { ?s a ?t } }
