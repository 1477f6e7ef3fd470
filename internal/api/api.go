// Package api lists what a package exports, one line a thing, so that a change of the public API shows as a change of a file.
package api

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// List returns a sorted line for each exported function, method, type, field, constant and variable of the package in a
// directory, in the manner of the files api/*.txt of Go: "lang, func Stem(word string) string".
func List(directory string) ([]string, error) {
	names, err := filepath.Glob(filepath.Join(directory, "*.go"))
	if err != nil {
		return nil, err
	}
	var l lister
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		l.name = file.Name.Name
		for _, declaration := range file.Decls {
			l.declaration(declaration)
		}
	}
	if len(l.lines) == 0 {
		return nil, fmt.Errorf("%w: no exported name in %s", os.ErrNotExist, directory)
	}
	slices.Sort(l.lines)
	return l.lines, nil
}

// lister collects the lines of a package.
type lister struct {
	name  string // of the package
	lines []string
}

func (l *lister) add(format string, values ...any) {
	l.lines = append(l.lines, l.name+", "+fmt.Sprintf(format, values...))
}

func (l *lister) declaration(declaration ast.Decl) {
	switch d := declaration.(type) {
	case *ast.FuncDecl:
		l.function(d)
	case *ast.GenDecl:
		var typ ast.Expr // of the constants of a group that do not name one
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				l.typeOf(s)
			case *ast.ValueSpec:
				if s.Type != nil || len(s.Values) > 0 {
					typ = s.Type
				}
				l.values(d.Tok, s, typ)
			}
		}
	}
}

func (l *lister) function(f *ast.FuncDecl) {
	signature := f.Name.Name + strings.TrimPrefix(types.ExprString(f.Type), "func")
	switch {
	case !f.Name.IsExported():
	case f.Recv == nil:
		l.add("func %s", signature)
	case ast.IsExported(strings.TrimPrefix(types.ExprString(f.Recv.List[0].Type), "*")):
		l.add("method (%s) %s", types.ExprString(f.Recv.List[0].Type), signature)
	}
}

func (l *lister) typeOf(t *ast.TypeSpec) {
	if !t.Name.IsExported() {
		return
	}
	s, isStruct := t.Type.(*ast.StructType)
	if !isStruct {
		l.add("type %s %s", t.Name, types.ExprString(t.Type))
		return
	}
	l.add("type %s struct", t.Name)
	for _, field := range s.Fields.List {
		l.field(t.Name.Name, field)
	}
}

// field adds the exported names of a field with its tag, which is part of the JSON form.
func (l *lister) field(typ string, field *ast.Field) {
	description := types.ExprString(field.Type)
	if field.Tag != nil {
		description += " " + field.Tag.Value
	}
	if len(field.Names) == 0 {
		l.add("type %s struct, embedded %s", typ, description)
	}
	for _, name := range field.Names {
		if name.IsExported() {
			l.add("type %s struct, %s %s", typ, name, description)
		}
	}
}

// values adds constants and variables with their type and, if they have a plain one, their value.
func (l *lister) values(kind token.Token, s *ast.ValueSpec, typ ast.Expr) {
	for i, name := range s.Names {
		if !name.IsExported() {
			continue
		}
		line := fmt.Sprintf("%s %s", kind, name)
		if typ != nil {
			line += " " + types.ExprString(typ)
		}
		if i < len(s.Values) {
			if literal, ok := s.Values[i].(*ast.BasicLit); ok {
				line += " = " + literal.Value
			}
		}
		l.add("%s", line)
	}
}
