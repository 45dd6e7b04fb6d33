PREFIX ex: <http://one.example/> CREATE GRAPH ex:a ; PREFIX ex: <http://two.example/> BASE <http://three.example/> CREATE GRAPH ex:a ; CREATE GRAPH <b>
