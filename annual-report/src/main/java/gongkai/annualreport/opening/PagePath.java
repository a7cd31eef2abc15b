package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.List;

/** The path that a page is about to stroke or fill, in points on the sheet. */
final class PagePath {
    private static final int LONGEST = 20_000;

    /** One run of lines without a lift of the pen. */
    private static final class Stretch {
        final List<float[]> points = new ArrayList<>();
        boolean curved;
    }

    private final List<Stretch> stretches = new ArrayList<>();
    private int length;

    void move(float[] point) {
        if (++length < LONGEST) {
            var stretch = new Stretch();
            stretch.points.add(point);
            stretches.add(stretch);
        }
    }

    void line(float[] point) {
        if (stretches.isEmpty()) {
            move(point);
        } else if (++length < LONGEST) {
            stretches.getLast().points.add(point);
        }
    }

    void curve(float[] point) {
        line(point);
        if (!stretches.isEmpty()) {
            stretches.getLast().curved = true;
        }
    }

    void close() {
        if (!stretches.isEmpty()) {
            var points = stretches.getLast().points;
            line(points.getFirst());
        }
    }

    void clear() {
        stretches.clear();
        length = 0;
    }

    void stroke(PageContent page) {
        for (var stretch : stretches) {
            if (stretch.curved) {
                page.curve();
            }
            for (int i = 1; i < stretch.points.size(); i++) {
                var from = stretch.points.get(i - 1);
                var to = stretch.points.get(i);
                page.stroke(from[0], from[1], to[0], to[1]);
            }
        }
        clear();
    }

    void fill(PageContent page) {
        fillOnly(page);
        clear();
    }

    void fillAndStroke(PageContent page) {
        fillOnly(page);
        stroke(page);
    }

    private void fillOnly(PageContent page) {
        for (var stretch : stretches) {
            if (stretch.curved) {
                page.curve();
            } else if (stretch.points.size() > 1 && stretch.points.size() < 9) {
                page.fill(extent(stretch.points));
            }
        }
    }

    private static Box extent(List<float[]> points) {
        var first = points.getFirst();
        var box = new Box(first[0], first[1], first[0], first[1]);
        for (var point : points) {
            box = box.with(new Box(point[0], point[1], point[0], point[1]));
        }
        return box;
    }
}
