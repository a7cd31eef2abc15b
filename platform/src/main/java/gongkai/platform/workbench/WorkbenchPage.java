package gongkai.platform.workbench;

/** What the workbench shows. */
public record WorkbenchPage(String name) {}
