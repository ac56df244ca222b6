package content_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/invopop/jsonschema"

	"minhbach/generator/internal/plan"
)

// registry is agencies.yaml.
type registry struct {
	Agencies []plan.Agency `yaml:"agencies"`
}

// schemas are the folders that hold them: those of the program, and those beside the shipped content.
var schemas = []string{"../schema/files", "../../../content/.schema"}

// TestSchemas: the schemas that editors complete from are those of the types. After a change of the types:
//
//	go test ./generator/internal/content -run Schemas -update
func TestSchemas(t *testing.T) {
	for name, v := range map[string]any{
		"site": plan.Settings{}, "agencies": registry{}, "plan": plan.Plan{},
		"indicator": plan.Indicator{}, "task": plan.Task{}, "snapshot": plan.Snapshot{},
	} {
		t.Run(name, func(t *testing.T) {
			have := schema(t, v)
			for _, folder := range schemas {
				committed(t, folder, name+".json", have)
			}
		})
	}
}

// committed compares a schema with the file that is committed, which -update writes anew.
func committed(t *testing.T, folder, name string, want []byte) {
	t.Helper()
	file := filepath.Join(folder, name)
	if *update {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(bytes.ReplaceAll(have, []byte("\r\n"), []byte("\n")), want) {
		t.Errorf("%s is not that of the types: run go test ./generator/internal/content -run Schemas -update", file)
	}
}

func schema(t *testing.T, v any) []byte {
	r := &jsonschema.Reflector{FieldNameTag: "yaml", Anonymous: true, ExpandedStruct: true, Mapper: scalarSchema}
	if err := r.AddGoComments("minhbach/generator/internal/content", "../plan"); err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(r.Reflect(v), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(text, '\n')
}

// scalarSchema describes what is written as one word or number; nil for everything else.
func scalarSchema(t reflect.Type) *jsonschema.Schema {
	const day = `[0-9]{4}-[0-9]{2}-[0-9]{2}`
	switch t {
	case reflect.TypeFor[plan.Number]():
		return &jsonschema.Schema{Type: "number"}
	case reflect.TypeFor[plan.Date]():
		return &jsonschema.Schema{Type: "string", Pattern: "^" + day + "$"}
	case reflect.TypeFor[plan.Published]():
		return &jsonschema.Schema{Type: "string", Pattern: "^(" + day + "|unknown)$"}
	case reflect.TypeFor[plan.Scalar]():
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "number"}, {Type: "string"}, {Type: "boolean"}, {Type: "null"}}}
	case reflect.TypeFor[plan.Reference]():
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
			{Type: "integer", Minimum: "1000", Maximum: "9999"}, {Type: "string", Pattern: `^[0-9Q.-]+$`}}}
	}
	if words, ok := reflect.Zero(t).Interface().(interface{ Allowed() []string }); ok {
		enum := &jsonschema.Schema{Type: "string"}
		for _, w := range words.Allowed() {
			enum.Enum = append(enum.Enum, w)
		}
		return enum
	}
	if t.Kind() == reflect.String && t != reflect.TypeFor[string]() {
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
			{Type: "string", Pattern: `^[a-z0-9]([a-z0-9_-]|\.[a-z0-9])*$`}, {Type: "number"}}}
	}
	return nil
}
