package main

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"
)

//go:embed assets
var assets embed.FS

// view is what a page shows: a form, an error, an article, or several of these.
type view struct {
	Form    bool
	Error   string
	Article *article
}

// Policy is the page's content security policy, for its meta element.
func (v view) Policy() string { return policy(v.Form) }

// policy lets the browser use the page's own style and script, known by their hashes, and nothing else: no text of an
// article could run or load anything even if it were not escaped.
func policy(form bool) string {
	action := "'none'"
	if form {
		action = "'self'"
	}
	return "default-src 'none'; style-src '" + hash(asset("style.css")) + "'; script-src '" + hash(asset("viewer.js")) +
		"'; form-action " + action + "; base-uri 'none'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func asset(name string) string {
	text, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
}

var pageTemplate = sync.OnceValue(func() *template.Template {
	functions := template.FuncMap{
		"pieces": pieces,
		"plain":  plain,
		"color":  colorClass,
		"style":  func() template.CSS { return template.CSS(asset("style.css")) },
		"script": func() template.JS { return template.JS(asset("viewer.js")) },
	}
	return template.Must(template.New("page.html").Funcs(functions).Parse(asset("page.html")))
})

func render(w io.Writer, v view) error { return pageTemplate().Execute(w, v) }
