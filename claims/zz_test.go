package claims
import ("testing";"fmt";"github.com/detto-it/detto/lang";"reflect")
func TestZZ(t *testing.T){
 for _,file:=range []string{"testdata/lists.txt","testdata/official.txt"}{
 bad:=0; all:=0
 for _,w:=range readLists(t,file){ all++
 ls:=findLists(lang.Parse(w.text),nil)
 if len(ls)==1 && reflect.DeepEqual(annotatedItems(ls[0].Items),w.items)&&ls[0].Kind==w.kind&&ls[0].Declared==w.declared&&ls[0].Head.Text==w.head {continue}
 bad++
 fmt.Println("##",w.line,w.text)
 if len(ls)==1 { g:=ls[0]
  if g.Kind!=w.kind||g.Declared!=w.declared||g.Head.Text!=w.head {fmt.Println("    want",w.kind,w.declared,"["+w.head+"]  got",g.Kind,g.Declared,"["+g.Head.Text+"]")}
  if !reflect.DeepEqual(annotatedItems(g.Items),w.items){fmt.Printf("    items %q\n    got   %q\n",w.items,annotatedItems(g.Items))}
 } else {for _,x:=range ls{ fmt.Printf("   GOT %s/%d [%s]",x.Kind,x.Declared,x.Head.Text); for _,i:=range x.Items{fmt.Printf(" %s{%s} |",i.Text,i.Principle)}; fmt.Println()}}
 }
 fmt.Println(file,bad,"bad of",all)
 }
 bad:=0
 for n,text:=range testLines(t,"testdata/traps.txt"){ ls:=findLists(lang.Parse(text),nil); for _,x:=range ls{bad++; fmt.Printf("TRAP %d %s\n   %s/%d [%s]",n,text,x.Kind,x.Declared,x.Head.Text); for _,i:=range x.Items{fmt.Printf(" %s{%s} |",i.Text,i.Principle)}; fmt.Println()}}
 fmt.Println("traps",bad)
}
