package gongkai.platform.web;

/** What a page says at its top once. @param text a short sentence, empty to say nothing */
public record Notice(String text, Tone tone) {
    static final Notice NONE = new Notice("", Tone.DONE);
}
