package formats_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/detto-it/detto/claims"
)

const schemaFile = "../docs/analysis.schema.json"

func TestAnalysesMatchTheSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	require.NoError(t, err)
	for _, text := range articles(t) {
		analysis, err := json.Marshal(claims.Analyze(text))
		require.NoError(t, err)
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(string(analysis)))
		require.NoError(t, err)
		require.NoError(t, schema.Validate(value))
	}
	for name, wrong := range map[string]any{
		"a key is missing":    map[string]any{"entities": []any{}, "quotes": []any{}},
		"an unknown key":      map[string]any{"entities": []any{}, "quotes": []any{}, "lists": []any{}, "claims": []any{}},
		"an entity of no key": map[string]any{"entities": []any{map[string]any{}}, "quotes": []any{}, "lists": []any{}},
	} {
		assert.Error(t, schema.Validate(wrong), name)
	}
}

// object is a schema of a JSON object, as far as it says what the Go types say too.
type object struct {
	Properties           map[string]object
	Required             []string
	AdditionalProperties bool
	Items                *object
	Ref                  string `json:"$ref"`
	Type                 string
	Enum                 []string
	Defs                 map[string]object `json:"$defs"`
}

// The schema says neither more nor less than the Go types: the same keys, required unless omitempty, of the same type.
func TestSchemaMatchesTheTypes(t *testing.T) {
	file, err := os.ReadFile(schemaFile)
	require.NoError(t, err)
	var schema object
	require.NoError(t, json.Unmarshal(file, &schema))
	delete(schema.Properties, "id") // of examples/batch
	checkType(t, "Analysis", reflect.TypeFor[claims.Analysis](), schema, schema.Defs)
}

func checkType(t *testing.T, path string, typ reflect.Type, schema object, defs map[string]object) {
	if schema.Ref != "" {
		schema = defs[strings.TrimPrefix(schema.Ref, "#/$defs/")]
	}
	switch {
	case schema.Enum != nil:
		checkEnum(t, path, typ, schema.Enum)
	case typ.Kind() == reflect.Struct:
		checkStruct(t, path, typ, schema, defs)
	case typ.Kind() == reflect.Slice:
		require.Equal(t, "array", schema.Type, path)
		checkType(t, path+"[]", typ.Elem(), *schema.Items, defs)
	default:
		types := map[reflect.Kind]string{reflect.String: "string", reflect.Int: "integer", reflect.Bool: "boolean", reflect.Float32: "number"}
		require.Equal(t, types[typ.Kind()], schema.Type, path)
	}
}

func checkStruct(t *testing.T, path string, typ reflect.Type, schema object, defs map[string]object) {
	require.False(t, schema.AdditionalProperties, path)
	var keys, required []string
	for _, field := range reflect.VisibleFields(typ) {
		key, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous || key == "-" {
			continue
		}
		keys = append(keys, key)
		if options != "omitempty" {
			required = append(required, key)
		}
		require.Contains(t, schema.Properties, key, path)
		checkType(t, path+"."+key, field.Type, schema.Properties[key], defs)
	}
	require.Len(t, schema.Properties, len(keys), path)
	require.ElementsMatch(t, required, schema.Required, path)
}

// checkEnum compares the values of the schema with the constants of the Go type.
func checkEnum(t *testing.T, path string, typ reflect.Type, enum []string) {
	var want []string
	switch typ {
	case reflect.TypeFor[claims.Act](), reflect.TypeFor[claims.Principle]():
		want = append([]string{""}, constants(t, typ)...)
	case reflect.TypeFor[claims.ListKind]():
		want = constants(t, typ)
	case reflect.TypeFor[string](): // Why is documented in a comment, Gender by an example
		return
	default:
		want = textForms(typ)
	}
	require.Equal(t, want, enum, path)
}

// textForms are the text forms of the constants of a type on uint8.
func textForms(typ reflect.Type) (all []string) {
	for i := range 256 {
		value := reflect.New(typ).Elem()
		value.SetUint(uint64(i))
		if text := value.Interface().(fmt.Stringer).String(); !strings.HasSuffix(text, ")") {
			all = append(all, text)
		}
	}
	return all
}

// constants returns the values of the constants of a string type in package claims, in the order of the source.
func constants(t *testing.T, typ reflect.Type) (values []string) {
	files, err := filepath.Glob("../claims/*.go")
	require.NoError(t, err)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(node ast.Node) bool {
			if spec, ok := node.(*ast.ValueSpec); ok && isNamed(spec.Type, typ.Name()) && len(spec.Values) == 1 {
				value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				require.NoError(t, err)
				values = append(values, value)
			}
			return true
		})
	}
	require.NotEmpty(t, values)
	return values
}

func isNamed(expression ast.Expr, name string) bool {
	ident, ok := expression.(*ast.Ident)
	return ok && ident.Name == name
}
