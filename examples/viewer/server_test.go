package main

import (
	"bytes"
	"context"
	"encoding/json"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/detto-it/detto/claims"
)

// send posts a form with the text and, where it is not empty, the file.
func send(t *testing.T, text, file string) *httptest.ResponseRecorder {
	return sendUntil(t.Context(), t, text, file)
}

// sendUntil sends with a browser that goes when the context ends.
func sendUntil(ctx context.Context, t *testing.T, text, file string) *httptest.ResponseRecorder {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	require.NoError(t, form.WriteField("text", text))
	part, err := form.CreateFormFile("file", "articolo.txt")
	require.NoError(t, err)
	_, err = part.Write([]byte(file))
	require.NoError(t, err)
	require.NoError(t, form.Close())
	request := httptest.NewRequestWithContext(ctx, "POST", "/", &body)
	request.Header.Set("Content-Type", form.FormDataContentType())
	answer := httptest.NewRecorder()
	newHandler(nil).ServeHTTP(answer, request)
	return answer
}

func TestAPastedArticle(t *testing.T) {
	answer := send(t, "«Non ci fermeremo», ha detto Paolo Ferri.\r\n\r\nFine.", "")
	require.Equal(t, http.StatusOK, answer.Code)
	require.Contains(t, answer.Body.String(), "Paolo Ferri")
	require.NotContains(t, answer.Body.String(), "U+000D")
	policy := answer.Header().Get("Content-Security-Policy")
	require.Contains(t, policy, "default-src 'none'")
	require.Contains(t, policy, "frame-ancestors 'none'")
	require.NotContains(t, policy, "unsafe")
	require.Equal(t, "nosniff", answer.Header().Get("X-Content-Type-Options"))
}

func TestAFileWinsOverThePastedText(t *testing.T) {
	answer := send(t, "Roma", "«Non ci fermeremo», ha detto Paolo Ferri.")
	require.Equal(t, http.StatusOK, answer.Code)
	require.Contains(t, answer.Body.String(), "articolo.txt")
	require.Contains(t, answer.Body.String(), "Paolo Ferri")
}

func TestNothingIsReadForABrowserThatHasGone(t *testing.T) {
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	require.Zero(t, sendUntil(gone, t, "«Non ci fermeremo», ha detto Paolo Ferri.", "").Body.Len())
}

func TestWhatIsNoArticle(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		status int
		says   string
	}{
		"no text":               {" \n ", http.StatusBadRequest, "paste an article"},
		"longer than read":      {strings.Repeat("a", maxArticle+1), http.StatusRequestEntityTooLarge, "1024 KiB"},
		"a body without an end": {strings.Repeat("a", 2*maxBody), http.StatusRequestEntityTooLarge, "1024 KiB"},
	} {
		t.Run(name, func(t *testing.T) {
			answer := send(t, c.text, "")
			require.Equal(t, c.status, answer.Code)
			require.Contains(t, answer.Body.String(), c.says)
			require.Contains(t, answer.Body.String(), "<form")
		})
	}
}

func TestOtherRequests(t *testing.T) {
	for request, status := range map[string]int{
		"GET /": http.StatusOK, "HEAD /": http.StatusOK, "DELETE /": http.StatusMethodNotAllowed, "GET /etc/passwd": http.StatusNotFound,
		"POST /": http.StatusBadRequest,
	} {
		method, path, _ := strings.Cut(request, " ")
		answer := httptest.NewRecorder()
		newHandler(nil).ServeHTTP(answer, httptest.NewRequest(method, path, nil))
		require.Equal(t, status, answer.Code, request)
	}
}

func TestServingEndsWithItsContext(t *testing.T) {
	listener, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- serve(ctx, listener, nil) }()
	answer, err := http.Get("http://" + listener.Addr().String())
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	stop()
	select {
	case err := <-done:
		require.NoError(t, err)
	case <-time.After(10 * time.Second):
		t.Fatal("it still serves")
	}
}

func TestAPageOfItsOwn(t *testing.T) {
	output := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, run(t.Context(), "", output, "../../testdata/articles/vertice.txt"))
	page, err := os.Open(output)
	require.NoError(t, err)
	defer page.Close()
	root, err := html.Parse(page)
	require.NoError(t, err)
	require.Empty(t, findAll(root, "form"), "there is nobody to send it to")
	require.Empty(t, findAll(root, "link"))
	requireHarmlessAttributes(t, root)
}

func TestErrorsSayWhatToDo(t *testing.T) {
	article := "../../testdata/articles/vertice.txt"
	require.ErrorContains(t, run(t.Context(), "", "", "no-such-file.txt"), "no-such-file.txt")
	require.ErrorContains(t, run(t.Context(), "", filepath.Join(t.TempDir(), "none", "page.html"), article), "make the folder first")
	taken, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	defer taken.Close()
	require.ErrorContains(t, run(t.Context(), taken.Addr().String(), "", ""), "-addr")
}

// The JSON tab holds the analysis itself: its escapes stand for the same characters.
func TestTheJSONIsThatOfTheAnalysis(t *testing.T) {
	for name, text := range texts(t) {
		t.Run(name, func(t *testing.T) {
			a := claims.Analyze(text)
			want, err := json.Marshal(a)
			require.NoError(t, err)
			require.JSONEq(t, string(want), indented(a))
			require.NotContains(t, indented(a), "\u202e")
		})
	}
}

// Marks that open and never close, as many as are read, must make neither a long page nor a slow one.
func TestDeeplyNestedText(t *testing.T) {
	for _, unit := range []string{"«a ", "“«'", "Anna Rossi: «"} {
		text := strings.Repeat(unit, 40_000/len(unit))
		a, err := newArticle(t.Context(), text, "")
		if err != nil {
			require.ErrorIs(t, err, errNested)
			continue
		}
		var page bytes.Buffer
		require.NoError(t, render(&page, view{Article: a}))
		require.Less(t, page.Len(), 400*len(text), unit)
	}
}
