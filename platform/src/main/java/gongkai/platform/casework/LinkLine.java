package gongkai.platform.casework;

/** A case linked to another, and why. */
public record LinkLine(String number, String title, String state, String why, String by) {
    public String link() {
        return Cases.path(number);
    }
}
