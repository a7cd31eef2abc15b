package gongkai.platform.web;

/** One of several things to choose from, in a select or among radio buttons. */
public record Option(String value, String label) {}
