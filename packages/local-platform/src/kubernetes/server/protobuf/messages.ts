/**
 * The messages that kubectl sends in Protobuf where it makes an object itself: the field numbers
 * are those of Kubernetes. Fields that only a server sets are left out, and skipped.
 */
export const messages = `
syntax = "proto3";

message Unknown {
  TypeMeta typeMeta = 1;
  bytes raw = 2;
}
message TypeMeta {
  string apiVersion = 1;
  string kind = 2;
}
message ObjectMeta {
  string name = 1;
  string generateName = 2;
  string namespace = 3;
  map<string, string> labels = 11;
  map<string, string> annotations = 12;
  repeated OwnerReference ownerReferences = 13;
  repeated string finalizers = 14;
}
message OwnerReference {
  string kind = 1;
  string name = 3;
  string uid = 4;
  string apiVersion = 5;
  bool controller = 6;
  bool blockOwnerDeletion = 7;
}
message DeleteOptions {
  message Preconditions {
    string uid = 1;
    string resourceVersion = 2;
  }
  Preconditions preconditions = 2;
  string propagationPolicy = 4;
  repeated string dryRun = 5;
}

message Namespace {
  message Spec {
    repeated string finalizers = 1;
  }
  ObjectMeta metadata = 1;
  Spec spec = 2;
}
message ConfigMap {
  ObjectMeta metadata = 1;
  map<string, string> data = 2;
  map<string, bytes> binaryData = 3;
  bool immutable = 4;
}
message Secret {
  ObjectMeta metadata = 1;
  map<string, bytes> data = 2;
  string type = 3;
  map<string, string> stringData = 4;
  bool immutable = 5;
}
message ServiceAccount {
  message Reference {
    string kind = 1;
    string namespace = 2;
    string name = 3;
  }
  message LocalReference {
    string name = 1;
  }
  ObjectMeta metadata = 1;
  repeated Reference secrets = 2;
  repeated LocalReference imagePullSecrets = 3;
  bool automountServiceAccountToken = 4;
}

message SelfSubjectReview {
  ObjectMeta metadata = 1;
}
message SelfSubjectAccessReview {
  message Spec {
    ResourceAttributes resourceAttributes = 1;
    NonResourceAttributes nonResourceAttributes = 2;
  }
  message ResourceAttributes {
    string namespace = 1;
    string verb = 2;
    string group = 3;
    string version = 4;
    string resource = 5;
    string subresource = 6;
    string name = 7;
  }
  message NonResourceAttributes {
    string path = 1;
    string verb = 2;
  }
  ObjectMeta metadata = 1;
  Spec spec = 2;
}
message SelfSubjectRulesReview {
  message Spec {
    string namespace = 1;
  }
  ObjectMeta metadata = 1;
  Spec spec = 2;
}
`;

/** The kinds that {@link messages} describes. */
export const protobufKinds = [
  'v1 ConfigMap',
  'v1 DeleteOptions',
  'v1 Namespace',
  'v1 Secret',
  'v1 ServiceAccount',
  'authentication.k8s.io/v1 SelfSubjectReview',
  'authorization.k8s.io/v1 SelfSubjectAccessReview',
  'authorization.k8s.io/v1 SelfSubjectRulesReview',
];
