package gongkai.annualreport.opening;

/** An upright rectangle on a page, in points from the page's top left corner. */
record Box(float left, float top, float right, float bottom) {
    static Box around(float x1, float y1, float x2, float y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }

    float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }

    boolean holds(float x, float y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    boolean touches(Box other, float distance) {
        return left <= other.right + distance
                && other.left <= right + distance
                && top <= other.bottom + distance
                && other.top <= bottom + distance;
    }

    Box with(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
