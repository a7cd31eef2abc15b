package gongkai.platform.application;

/** The visit ended before a form was sent: what was typed is shown, so that it can be copied. */
public record LostPage(String text) {}
