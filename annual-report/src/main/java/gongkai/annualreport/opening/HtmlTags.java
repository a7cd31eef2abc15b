package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.util.Arrays;
import org.jsoup.nodes.Element;

/**
 * The tags of a page's source, looked over before it is parsed: whether there are too many, and on which lines the elements begin that
 * make up the text. The parser could tell the lines too, at half its speed.
 */
final class HtmlTags {
    /** Tags cost the parser memory, and time that grows faster than they do; Word's most verbose page has a tenth of these. */
    private static final int MAX_TAGS = 100_000;
    /** Tables and formulas left open inside each other are what the parser is slowest at. */
    private static final int MAX_OPEN = 200;

    private static final int[] NAMES =
            hashes("td", "th", "tr", "p", "div", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6");
    /** Elements in which nothing is a tag but their own end. */
    private static final int[] RAW = hashes("script", "style", "textarea", "title", "xmp", "iframe", "noframes");

    private static final int TABLE = "table".hashCode();
    private static final int MATH = "math".hashCode();

    private final String page;
    /** By name: the lines of its elements in their order. */
    private final int[][] lines = new int[NAMES.length][16];

    private final int[] found = new int[NAMES.length];
    private final int[] passed = new int[NAMES.length];
    private int line = 1;
    private int nextLine;

    private HtmlTags(String page) {
        this.page = page;
        nextLine = page.indexOf('\n');
    }

    static HtmlTags of(String page) throws UnreadableFileException {
        var tags = new HtmlTags(page);
        tags.read();
        return tags;
    }

    private void read() throws UnreadableFileException {
        int tags = 0;
        int open = 0;
        int next = 0;
        // A comment or script without an end reaches to the end of the page
        while (next >= 0) {
            int at = page.indexOf('<', next);
            if (at < 0) {
                return;
            }
            next = at + 1;
            if (page.startsWith("!--", next)) {
                next = page.indexOf("-->", next + 1);
                continue;
            }
            boolean closes = next < page.length() && page.charAt(next) == '/';
            int name = closes && !mayNest(next + 1) ? 0 : name(closes ? next + 1 : next);
            open += name == TABLE || name == MATH ? closes ? -1 : 1 : 0;
            if (++tags > MAX_TAGS || open > MAX_OPEN) {
                throw new UnreadableFileException("网页内容过多或嵌套过深，不像一份年度报告，已拒绝读取");
            }
            if (!closes) {
                int slot = slot(name);
                if (slot >= 0) {
                    add(slot, at);
                } else if (isRaw(name)) {
                    next = endOf(name, next);
                }
            }
        }
    }

    /** Whether the name that begins here has the second letter of both tables and formulas: of the tags that close only theirs count. */
    private boolean mayNest(int from) {
        return from + 1 < page.length() && (page.charAt(from + 1) | 0x20) == 'a';
    }

    private static boolean isRaw(int name) {
        for (int raw : RAW) {
            if (raw == name) {
                return true;
            }
        }
        return false;
    }

    private int endOf(int name, int from) {
        int at = page.indexOf("</", from);
        while (at >= 0 && name(at + 2) != name) {
            at = page.indexOf("</", at + 2);
        }
        return at;
    }

    private void add(int slot, int at) {
        while (nextLine >= 0 && nextLine < at) {
            line++;
            nextLine = page.indexOf('\n', nextLine + 1);
        }
        if (found[slot] == lines[slot].length) {
            lines[slot] = Arrays.copyOf(lines[slot], found[slot] * 4);
        }
        lines[slot][found[slot]++] = line;
    }

    /** The hash of the name that begins here, in lower case. */
    private int name(int from) {
        int hash = 0;
        for (int i = from; i < page.length(); i++) {
            char c = page.charAt(i);
            if (c <= ' ' || c == '>' || c == '/' || i > from + 12) {
                break;
            }
            hash = hash * 31 + (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
        return hash;
    }

    /** The line the element begins on, or 0; to be asked once for each element, in their order. */
    int line(Element element) {
        int slot = slot(element.normalName().hashCode());
        return slot < 0 || passed[slot]++ >= found[slot] ? 0 : lines[slot][passed[slot] - 1];
    }

    /** Passes over what is inside an element that is not shown. */
    void skip(Element element) {
        if (element.firstElementChild() != null) {
            element.stream().skip(1).forEach(this::line);
        }
    }

    /** Whether the parser made one element of each tag. Of broken pages it makes more or fewer, and the lines are wrong. */
    boolean fit() {
        return Arrays.equals(found, passed);
    }

    private static int slot(int name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i] == name) {
                return i;
            }
        }
        return -1;
    }

    private static int[] hashes(String... names) {
        return Arrays.stream(names).mapToInt(String::hashCode).toArray();
    }
}
