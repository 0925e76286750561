// Package apptest is for the tests of the screens: it opens the sample study or
// a project made for the test, and it stands in for the window around a screen,
// notes what the screen asked of it, and presses keys as a person would. A
// screen's tests embed its Study and its Shell in their own and add what that
// screen alone needs. Nothing but tests may import it.
package apptest
