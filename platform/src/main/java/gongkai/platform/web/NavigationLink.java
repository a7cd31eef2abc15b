package gongkai.platform.web;

/**
 * One line of the left navigation.
 *
 * @param order its place within the duty, smaller first
 */
public record NavigationLink(Duty duty, String name, String path, int order) {}
