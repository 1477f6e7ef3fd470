//go:build unix

package main

import (
	"bytes"
	"fmt"
	"image/color"
	"runtime"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// steps are what is measured, the innermost first.
var steps = []struct {
	name  string
	cost  func(measurement) float64
	color color.Color
}{
	{"lang.Tokens", func(m measurement) float64 { return m.Tokenising }, color.RGBA{0x7a, 0x7a, 0x7a, 0xff}},
	{"lang.Parse", func(m measurement) float64 { return m.Parsing }, color.RGBA{0x1b, 0x7f, 0x79, 0xff}},
	{"extract.Entities", func(m measurement) float64 { return m.Entities }, color.RGBA{0xc7, 0x6b, 0x1e, 0xff}},
	{"claims.Analyze", func(m measurement) float64 { return m.Analysis }, color.RGBA{0x9c, 0x1f, 0x3d, 0xff}},
}

// table is scale.md.
func table(all []measurement) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# What a token costs in texts of every size\n\n"+
		"Written by `go run ./scale` with %s on %s/%s. Microseconds of one processor a token; the memory is the greatest that the\n"+
		"process held, text, models and garbage included, with the garbage collector at its default.\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	b.WriteString("| bytes | tokens |")
	for _, step := range steps {
		fmt.Fprintf(&b, " `%s` |", step.name)
	}
	b.WriteString(" memory, MB | bytes a byte of text |\n|--:|--:|" + "--:|--:|--:|--:|" + "--:|--:|\n")
	for _, m := range all {
		fmt.Fprintf(&b, "| %d | %d |", m.Bytes, m.Tokens)
		for _, step := range steps {
			fmt.Fprintf(&b, " %.3f |", step.cost(m))
		}
		perByte := "–" // in a short text it is that of the models
		if m.Bytes >= 1e6 {
			perByte = fmt.Sprintf("%.0f", float64(m.PeakBytes)/float64(m.Bytes))
		}
		fmt.Fprintf(&b, " %d | %s |\n", m.PeakBytes/1e6, perByte)
	}
	b.WriteString("\n![The same as lines](scale.png)\n")
	return b.Bytes()
}

// draw writes the lines of the costs, both axes logarithmic.
func draw(all []measurement, file string) error {
	p := plot.New()
	p.Title.Text = "What a token costs"
	p.X.Label.Text, p.Y.Label.Text = "bytes of text", "microseconds a token"
	p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.LogTicks{Prec: -1}, plot.LogTicks{Prec: -1}
	p.Add(plotter.NewGrid())
	p.Legend.Left, p.Legend.YOffs = true, vg.Points(95) // between the lines of lang and those of the other packages
	for _, step := range steps {
		points := make(plotter.XYs, len(all))
		for i, m := range all {
			points[i] = plotter.XY{X: float64(m.Bytes), Y: step.cost(m)}
		}
		line, dots, err := plotter.NewLinePoints(points)
		if err != nil {
			return err
		}
		line.Color, dots.Color, line.Width = step.color, step.color, vg.Points(2)
		p.Add(line, dots)
		p.Legend.Add(step.name, line, dots)
	}
	p.Y.Min, p.Y.Max = 0.01, 10
	return p.Save(18*vg.Centimeter, 11*vg.Centimeter, file)
}
