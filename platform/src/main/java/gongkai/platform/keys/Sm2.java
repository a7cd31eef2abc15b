package gongkai.platform.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** Signatures by SM2 with SM3 (GB/T 32918) with the standard's default signer identity, so that other tools can check them. */
public final class Sm2 {
    private static final ECDomainParameters CURVE =
            new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByName("sm2p256v1"));
    private static final int SECRET_BYTES = 32;

    private Sm2() {}

    /** The DER-encoded signature of the message. */
    public static byte[] sign(Key key, byte[] message) {
        var signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(secretKey(key), new SecureRandom()));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the signature under the message was made with that key. */
    public static boolean verify(Key key, byte[] message, byte[] signature) {
        var signer = new SM2Signer();
        signer.init(false, publicKey(key));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    /** The public half as PEM. */
    public static String publicKeyText(Key key) {
        try {
            var info = new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
                    publicKey(key).getQ().getEncoded(false));
            var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN PUBLIC KEY-----\n" + encoder.encodeToString(info.getEncoded("DER"))
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] newSecret(SecureRandom random) {
        var highest = CURVE.getN().subtract(BigInteger.TWO);
        return BigIntegers.asUnsignedByteArray(
                SECRET_BYTES, BigIntegers.createRandomInRange(BigInteger.ONE, highest, random));
    }

    private static ECPrivateKeyParameters secretKey(Key key) {
        return new ECPrivateKeyParameters(new BigInteger(1, key.secret().bytes()), CURVE);
    }

    private static ECPublicKeyParameters publicKey(Key key) {
        var point = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), new BigInteger(1, key.secret().bytes()))
                .normalize();
        return new ECPublicKeyParameters(point, CURVE);
    }
}
