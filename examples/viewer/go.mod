module github.com/detto-it/detto/examples/viewer

go 1.26.0

require github.com/detto-it/detto v0.0.0

require (
	github.com/kljensen/snowball v0.10.0 // indirect
	golang.org/x/text v0.44.0 // indirect
)

replace github.com/detto-it/detto => ../..
