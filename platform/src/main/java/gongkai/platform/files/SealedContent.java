package gongkai.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Content encrypted by SM4-GCM in pieces of 64 KiB, so that any part can be read without the rest. Each file has a key of its own, so a
 * piece's number serves as its nonce; the last piece says that it is the last, so nothing can be cut off, swapped or put elsewhere.
 */
final class SealedContent {
    static final int KEY_BYTES = 16;
    private static final int PIECE = 64 * 1024;
    private static final int TAG = 16;
    private static final int NONCE_BYTES = 12;

    private final KeyParameter key;
    private final byte[] context;

    SealedContent(byte[] key, FileId file) {
        this.key = new KeyParameter(key);
        context = ("gongkai file " + file).getBytes(StandardCharsets.US_ASCII);
    }

    void write(InputStream clear, OutputStream out) throws IOException {
        var piece = clear.readNBytes(PIECE);
        for (long number = 0; ; number++) {
            var next = piece.length < PIECE ? new byte[0] : clear.readNBytes(PIECE);
            out.write(gcm(true, number, next.length == 0, piece, piece.length));
            if (next.length == 0) {
                return;
            }
            piece = next;
        }
    }

    /** The clear content of that many bytes; closing it closes the channel. */
    InputStream read(SeekableByteChannel sealed, long size) {
        return new Clear(sealed, size);
    }

    private byte[] gcm(boolean encrypt, long number, boolean last, byte[] in, int length) throws IOException {
        var nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(key, TAG * 8, nonce, context));
        var out = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(in, 0, length, out, 0);
        try {
            cipher.doFinal(out, written);
        } catch (InvalidCipherTextException e) {
            throw new IOException("加密文件校验不通过，可能被篡改", e);
        }
        return out;
    }

    private final class Clear extends InputStream {
        private final SeekableByteChannel sealed;
        private final long size;
        private long position;
        private long opened = -1;
        private byte[] piece = new byte[0];

        Clear(SeekableByteChannel sealed, long size) {
            this.sealed = sealed;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (position >= size) {
                return -1;
            }
            if (length == 0) {
                return 0;
            }
            open(position / PIECE);
            int from = (int) (position % PIECE);
            int copied = Math.min(length, piece.length - from);
            if (copied <= 0) {
                throw new IOException("加密文件不完整");
            }
            System.arraycopy(piece, from, into, offset, copied);
            position += copied;
            return copied;
        }

        @Override
        public long skip(long wanted) {
            long skipped = Math.clamp(wanted, 0, size - position);
            position += skipped;
            return skipped;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, size - position);
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }

        private void open(long number) throws IOException {
            if (number == opened) {
                return;
            }
            boolean last = (number + 1) * PIECE >= size;
            int length = (int) Math.min(PIECE, size - number * PIECE);
            var bytes = ByteBuffer.allocate(length + TAG);
            sealed.position(number * (PIECE + TAG));
            while (bytes.hasRemaining()) {
                if (sealed.read(bytes) < 0) {
                    throw new IOException("加密文件不完整");
                }
            }
            piece = gcm(false, number, last, bytes.array(), bytes.capacity());
            opened = number;
        }
    }
}
