package io.skyferry.sandbox.tapis.token;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** The tenant's key pair. */
record SigningKey(PrivateKey secret, PublicKey open) {
    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key as Tapis' tenants show it: the base64 text on one single line. */
    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(open.getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }

    String modulus() {
        return base64Url(((RSAPublicKey) open).getModulus());
    }

    String exponent() {
        return base64Url(((RSAPublicKey) open).getPublicExponent());
    }

    private static String base64Url(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
