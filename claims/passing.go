package claims

// This file steps over what stands between a verb of saying and its content.

// pastBracket returns the token after the bracket that closes what opens at token i, 0 if none does.
func (r *reading) pastBracket(i, end int) int {
	for k := i + 1; k < end; k++ {
		if r.is(k, closeBracket) {
			return k + 1
		}
	}
	return 0
}

// farInfinitive returns the "di" or "a" of the content that follows what is said between commas of the one addressed: "ha
// chiesto al governo, che tratta con i ribelli, di fermarsi". 0 if there is none before another clause begins.
func (r *reading) farInfinitive(i, end int) int {
	if r.introduces(i+1) && r.nextVerb(i+2, end) == nil {
		return 0
	}
	for k := i + 2; k < min(end-1, i+25); k++ {
		switch low := r.lowered(k); {
		case r.is(k, semicolon|colon|stop|openMark):
			return 0
		case (low == "di" || low == "a" || low == "ad") && r.is(k-1, comma) && r.infinitive(k+1):
			return k
		}
	}
	return 0
}

// pastAside returns the token after an aside between commas that begins at token i, if a content follows it; else 0.
func (r *reading) pastAside(i, end int) int {
	for k := i + 1; k < min(end-1, i+16); k++ {
		if r.is(k, comma) {
			switch r.lowered(k + 1) {
			case "che", "di", "come", "se":
				return k + 1
			}
			return 0
		}
		if k > i+2 && r.is(i+1, anyPreposition) && r.lowered(k) == "che" && r.groupFrom(k+1) == nil { // "ha riferito, tramite un avvocato che pagherà"
			return k
		}
	}
	return 0
}

// pastCoordinated returns the token after those coordinated with the one addressed, if a noun phrase follows the last of
// them: "propone a Polonia, Romania e Ungheria la spartizione". Else the token itself.
func (r *reading) pastCoordinated(i, end int) int {
	k := i
	for range 4 {
		last := r.is(k, coordinator)
		if !last && !r.is(k, comma) || k+1 >= end {
			return i
		}
		k++
		if r.is(k, anyPreposition) && r.words[k].entity < 0 {
			k++
		}
		p, ok := r.phraseAt(k, end)
		if !ok || p.lead < p.start && !r.is(k-1, articled) {
			return i
		}
		k = p.end
		if last {
			if r.is(k, article) || r.introduces(k) {
				return k
			}
			return i
		}
	}
	return i
}

// pastCircumstance returns the token after a circumstance between commas that begins at token i, if a noun phrase with
// its article follows: "ha rivolto, a nome di tutti, un augurio". Else 0.
func (r *reading) pastCircumstance(i, end int) int {
	if !r.is(i+1, anyPreposition) || r.words[i+1].entity >= 0 {
		return 0
	}
	for k := i + 2; k < min(end-1, i+16); k++ {
		if r.is(k, comma) {
			if r.is(k+1, article) && !r.is(k+1, articled) {
				return k + 1
			}
			return 0
		}
		if r.is(k, stop|colon|semicolon|openMark|relative|subordinator) || r.hasFinite(k, k+1) {
			return 0
		}
	}
	return 0
}
