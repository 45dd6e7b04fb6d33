PREFIX ex: <http://example.org/>
WITH ex:g DELETE { ?s ex:p ?o } INSERT { ?s ex:q [ ex:r ?o ] . GRAPH ?h { ?s ex:t ?o } } USING ex:u USING NAMED ex:n WHERE { ?s ex:p ?o . GRAPH ?h { ?s a ?c } FILTER(?o > 1) }
