#!/bin/sh
# Makes the certificate with which KurrentDB proves who it is, and the authority that signed it,
# whose key is thrown away. What is there already stays: to renew, empty the folder first.
#
#   certificaten.sh FOLDER [UID]    UID: who may read the key (KurrentDB runs as 1000)
set -eu
folder=$1
owner=${2:-1000}
if [ -f "$folder/node.crt" ]; then
  echo "Er is al een certificaat in $folder; het blijft zoals het is."
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
days=825
# KurrentDB reads no other kind of key.
key=rsa:3072

openssl req -x509 -newkey "$key" -nodes -days $days -subj '/O=Wijkspoor/CN=Wijkspoor CA' \
  -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
  -keyout "$work/ca.key" -out "$work/ca.crt" 2>"$work/log" || { cat "$work/log"; exit 1; }

# KurrentDB asks for this name in every certificate of its own nodes.
openssl req -newkey "$key" -nodes -subj '/CN=eventstoredb-node' \
  -keyout "$work/node.key" -out "$work/node.csr" 2>"$work/log" || { cat "$work/log"; exit 1; }

cat >"$work/extensions" <<EXTENSIONS
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=serverAuth,clientAuth
subjectAltName=DNS:kurrentdb,DNS:localhost,IP:127.0.0.1
EXTENSIONS
openssl x509 -req -in "$work/node.csr" -days $days -extfile "$work/extensions" \
  -CA "$work/ca.crt" -CAkey "$work/ca.key" -set_serial "0x$(openssl rand -hex 16)" \
  -out "$work/node.crt" 2>"$work/log" || { cat "$work/log"; exit 1; }

mkdir -p "$folder/ca"
cp "$work/ca.crt" "$folder/ca/ca.crt"
cp "$work/node.key" "$folder/node.key"
chmod 755 "$folder" "$folder/ca"
chmod 644 "$folder/ca/ca.crt"
chmod 400 "$folder/node.key"
chown "$owner" "$folder/node.key"
# Last, because this is what says that it is done.
cp "$work/node.crt" "$folder/node.crt"
chmod 644 "$folder/node.crt"
echo "Certificaat gemaakt in $folder, $days dagen geldig."
