package io.skyferry.access.kit;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes tokens as a tenant does, and wrong ones. */
public final class TokenMint {
    private final String issuer;
    private KeyPair keys;

    public TokenMint(String issuer) {
        this.issuer = issuer;
    }

    /** Made when first needed: RSA keys take their time. */
    private synchronized KeyPair keys() {
        if (keys == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                keys = generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return keys;
    }

    public String publicKeyOnOneLine() {
        return "-----BEGIN PUBLIC KEY-----" + base64() + "-----END PUBLIC KEY-----";
    }

    public String publicKeyPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + base64().replaceAll("(.{64})", "$1\n") + "\n-----END PUBLIC KEY-----\n";
    }

    public java.security.PublicKey publicKey() {
        return keys().getPublic();
    }

    private String base64() {
        return Base64.getEncoder().encodeToString(keys().getPublic().getEncoded());
    }

    public String access(String user, Instant expiry) {
        return sign(claims(user, expiry, "access"));
    }

    public String refresh(String user, Instant expiry) {
        return sign(claims(user, expiry, "refresh"));
    }

    /** A good access token's claims, ten minutes long, for tests to spoil. */
    public JwtClaims claims(Consumer<JwtClaims> change) {
        JwtClaims claims = claims(FakeTapis.USER, Instant.now().plusSeconds(600), "access");
        change.accept(claims);
        return claims;
    }

    private JwtClaims claims(String user, Instant expiry, String type) {
        JwtClaims claims = new JwtClaims();
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuer(issuer);
        claims.setSubject(user + "@" + FakeTapis.TENANT);
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        claims.setClaim("tapis/tenant_id", FakeTapis.TENANT);
        claims.setClaim("tapis/token_type", type);
        claims.setClaim("tapis/delegation", false);
        claims.setClaim("tapis/delegation_sub", null);
        claims.setClaim("tapis/username", user);
        claims.setClaim("tapis/account_type", "user");
        return claims;
    }

    public String sign(JwtClaims claims) {
        return sign(claims, AlgorithmIdentifiers.RSA_USING_SHA256, keys().getPrivate(), Map.of());
    }

    public String sign(JwtClaims claims, Map<String, Object> headers) {
        return sign(claims, AlgorithmIdentifiers.RSA_USING_SHA256, keys().getPrivate(), headers);
    }

    public static String sign(JwtClaims claims, String algorithm, Key key, Map<String, Object> headers) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setHeader("typ", "JWT");
        headers.forEach(signature::setHeader);
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setDoKeyValidation(false);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isOwnRefreshToken(String token) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setKey(keys().getPublic());
        try {
            signature.setCompactSerialization(token);
            return signature.verifySignature()
                    && JwtClaims.parse(signature.getPayload())
                            .getClaimValue("tapis/token_type")
                            .equals("refresh");
        } catch (JoseException | org.jose4j.jwt.consumer.InvalidJwtException e) {
            return false;
        }
    }
}
