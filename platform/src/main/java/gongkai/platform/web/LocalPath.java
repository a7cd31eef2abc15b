package gongkai.platform.web;

/** Addresses on this site: what a request says to go to must not lead anywhere else. */
public final class LocalPath {
    private LocalPath() {}

    /** That address if it is one of ours, else the first page. */
    public static String of(String address) {
        boolean ours = address.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") || address.equals("/");
        return ours ? address : "/";
    }
}
