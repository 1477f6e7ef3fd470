module github.com/detto-it/detto

go 1.25.0
