/**
 * Assertions of the test vectors in WebAuthn Level 3, sections 16.2 ("ES256 Credential with No Attestation") and 16.11
 * ("Packed Attestation with Ed25519 Credential"): RP ID `example.org`, origin `https://example.org`. Public keys are those
 * of the credentials made there; nobody was verified in either.
 *
 * https://www.w3.org/TR/webauthn-3/#sctn-test-vectors
 */
export const WEBAUTHN_VECTORS = [
  {
    name: 'ES256',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: 'afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61',
      y: '930a56b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220',
    },
    authenticatorData:
      'bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b51900000000',
    flags: { isUserPresent: true, isBackupEligible: true, isBackedUp: true },
    clientDataJSON:
      '7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a224f63446e55685158756c5455506f334a5558543049393770767a7a59425039745a63685879617630314167222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263726f73734f726967696e223a66616c73657d',
    signature:
      '3046022100f50a4e2e4409249c4a853ba361282f09841df4dd4547a13a87780218deffcd380221008480ac0f0b93538174f575bf11a1dd5d78c6e486013f937295ea13653e331e87',
  },
  {
    name: 'Ed25519',
    key: {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '44e06ddd331c36a8dc667bab52bcae63486c916aa5e339e6acebaa84934bf832',
    },
    authenticatorData:
      'bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b50100000000',
    flags: { isUserPresent: true, isBackupEligible: false, isBackedUp: false },
    clientDataJSON:
      '7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a2269566c583442786a4f6d6d44534b4c596f7870557439736e364d48454f7943413135726947514a6e763949222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263726f73734f726967696e223a66616c73657d',
    signature:
      'f5c59c7e46c34f6f8cc197101ddf9934fa2595f68eb1913a637e8419eb9ba4cfdfc48f85393bc0d40b011f0d6fecb097d6607525713223a0dc0d453993dae00b',
  },
] as const
