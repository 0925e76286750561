package home_test

import (
	"fmt"
	"testing"
	"time"

	"concord/app/home"
)

func TestRecentKeepsTheLastFirstAndOnce(t *testing.T) {
	var list []home.Recent
	for i := range 20 {
		list = home.WithRecent(list, home.Recent{Path: fmt.Sprint(i), Comments: i})
	}
	list = home.WithRecent(list, home.Recent{Path: "15", Comments: 99})
	if len(list) != 12 || list[0].Comments != 99 || list[1].Path != "19" {
		t.Fatalf("got %+v", list)
	}
	list = home.WithoutRecent(list, "15")
	again := home.ReadRecent(home.WriteRecent(list))
	if len(again) != 11 || again[0].Path != "19" {
		t.Fatalf("after writing and reading: %+v", again)
	}
}

func TestRecentForgetsWhatItCannotRead(t *testing.T) {
	if got := home.ReadRecent("{"); got != nil {
		t.Fatalf("got %v", got)
	}
}

func TestWhenWas(t *testing.T) {
	now := time.Date(2026, 11, 23, 0, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		then time.Time
		want home.When
	}{
		{"a minute ago", now.Add(-time.Minute), home.Today},
		{"an hour ago, before midnight", now.Add(-time.Hour), home.Yesterday},
		{"six days ago", now.AddDate(0, 0, -6), home.OnWeekday},
		{"a week ago", now.AddDate(0, 0, -7), home.OnDate},
		{"a clock that is ahead", now.Add(time.Hour), home.Today},
	} {
		if got := home.WhenWas(c.then, now); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
