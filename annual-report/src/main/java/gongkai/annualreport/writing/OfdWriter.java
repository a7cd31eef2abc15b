package gongkai.annualreport.writing;

final class OfdWriter {
    private OfdWriter() {}

    static byte[] write(OfficialLayout layout) {
        throw new UnsupportedOperationException();
    }
}
