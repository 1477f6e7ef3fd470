package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

const (
	maxArticle = 1 << 20            // bytes of an article: ten times the longest that newspapers print
	maxBody    = maxArticle + 1<<16 // bytes of a request: the article and the form around it
)

// serve answers requests until the context ends; then it lets those under way finish.
func serve(ctx context.Context, listener net.Listener, first *article) error {
	server := &http.Server{
		Handler:           newHandler(first),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    1 << 16,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return server.Shutdown(patience)
}

// newHandler answers GET / with the form, and the first article where there is one, and POST / with the article sent.
func newHandler(first *article) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, http.StatusOK, view{Form: true, Article: first})
	})
	mux.HandleFunc("POST /{$}", func(w http.ResponseWriter, r *http.Request) {
		var a *article
		text, name, err := sent(w, r)
		if err == nil {
			a, err = newArticle(r.Context(), text, name)
		}
		if r.Context().Err() != nil {
			return // the browser has gone
		}
		if err != nil {
			reply(w, status(err), view{Form: true, Error: err.Error()})
			return
		}
		reply(w, http.StatusOK, view{Form: true, Article: a})
	})
	return mux
}

var (
	errEmpty    = errors.New("there is no text: paste an article, or choose a file of plain text")
	errTooLarge = fmt.Errorf("the article is too long: at most %d KiB are read at a time", maxArticle>>10)
	errForm     = errors.New("the request could not be read: send the form again")
)

func status(err error) int {
	if errors.Is(err, errTooLarge) {
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusBadRequest
}

// sent returns the article of a request: the file, or else what was pasted.
func sent(w http.ResponseWriter, r *http.Request) (text, name string, err error) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	if err := r.ParseMultipartForm(maxBody); err != nil {
		if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
			return "", "", errTooLarge
		}
		return "", "", errForm
	}
	// Browsers send the lines of a form with CRLF, whatever was pasted; files come as they are.
	text = strings.ReplaceAll(r.PostFormValue("text"), "\r\n", "\n")
	if file, header, err := r.FormFile("file"); err == nil {
		defer file.Close()
		bytes, err := io.ReadAll(file)
		if err != nil {
			return "", "", errForm
		}
		if len(bytes) > 0 {
			text, name = string(bytes), header.Filename
		}
	}
	switch {
	case strings.TrimSpace(text) == "":
		return "", "", errEmpty
	case len(text) > maxArticle:
		return "", "", errTooLarge
	}
	return text, name, nil
}

func reply(w http.ResponseWriter, status int, v view) {
	var page bytes.Buffer
	if err := render(&page, v); err != nil {
		http.Error(w, "the page could not be made: "+err.Error(), http.StatusInternalServerError)
		return
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", policy(v.Form)+"; frame-ancestors 'none'")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(page.Bytes()) // an error means that the browser has gone
}
