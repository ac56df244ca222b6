module minhbach

go 1.26

ignore ./static/node_modules
