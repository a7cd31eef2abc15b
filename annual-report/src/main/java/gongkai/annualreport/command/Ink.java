package gongkai.annualreport.command;

import gongkai.annualreport.Severity;

/** Colours for words on a terminal, or none. Colour never carries a meaning alone. */
record Ink(boolean colours) {
    String red(String text) {
        return in("31", text);
    }

    String bold(String text) {
        return in("1", text);
    }

    String dim(String text) {
        return in("2", text);
    }

    String of(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> red(text);
            case WARN -> in("33", text);
            case INFO -> in("36", text);
        };
    }

    private String in(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
