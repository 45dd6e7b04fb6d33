PREFIX ex: <http://example.org/>
DELETE WHERE { _:x ex:p ?o }
